//! The operations on the entity set.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use odata_core::{
    Collection, Validate,
    axum::{ErrorResponse, ODataJson},
};

use crate::{
    BoxError,
    model::{PRODUCTS, Product, ProductPatch},
    options::Options,
    request::{Handled, check_match, error, etag, failed, id_of, not_found, root},
    store::{Change, Store, Stored},
};

/// Runs a function of the store on a thread that may wait for the disk.
async fn run<T: Send + 'static>(
    store: Store,
    work: impl FnOnce(&Store) -> Result<T, BoxError> + Send + 'static,
) -> Handled<T> {
    let done = tokio::task::spawn_blocking(move || work(&store)).await;
    match done {
        Ok(result) => result.map_err(|reason| failed(&reason)),
        Err(reason) => Err(failed(&reason.into())),
    }
}

/// `GET /Products`, with `$top`, `$skip` and `$count`. A page that is not the last has a link to the next one.
///
/// # Errors
/// 400 and 501 for query options.
pub async fn list(
    State(store): State<Store>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> Handled<ODataJson<Collection<Product>>> {
    let options = Options::read(&query)?;
    let page = run(store, move |store| {
        store.page(options.skip, options.limit())
    })
    .await?;
    let root = root(&headers);
    let end = options.skip + page.products.len();
    let products: Handled<Vec<Product>> = page.products.into_iter().map(tagged).collect();
    let mut collection = Collection::new(products?);
    collection.context = Some(format!("{root}$metadata#Products"));
    collection.count = options
        .count
        .then(|| i64::try_from(page.count).unwrap_or(i64::MAX));
    if u64::try_from(end).is_ok_and(|end| end < page.count) {
        let next = options.next();
        collection.next_link = next.map(|next| format!("{root}Products?{}", next.query()));
    }
    Ok(ODataJson(collection))
}

/// `GET /Products(7)`.
///
/// # Errors
/// 404.
pub async fn read(
    State(store): State<Store>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Handled<Response> {
    let id = id_of(&segment)?;
    let stored = run(store, move |store| store.get(id)).await?;
    entity(stored.ok_or_else(|| not_found(id))?, &headers)
}

/// `POST /Products`.
///
/// # Errors
/// 400 for a product that is not valid, with a detail for each violation; 409 if the id is in use.
pub async fn create(
    State(store): State<Store>,
    headers: HeaderMap,
    ODataJson(mut product): ODataJson<Product>,
) -> Handled<Response> {
    // The control information of the request describes an earlier state of the product.
    product.control = odata_core::ControlInformation::new();
    let id = product.id;
    let changed = run(store, move |store| {
        store.change(id, |before| match before {
            Some(_) => Err(error(
                StatusCode::CONFLICT,
                "Conflict",
                format!("There is a product {id}."),
            )),
            None => Ok(Change::Put(Box::new(product))),
        })
    });
    let stored = changed.await??.ok_or_else(|| not_found(id))?;
    let location = format!("{}{}", root(&headers), PRODUCTS.id(&stored.product)?);
    let response = entity(stored, &headers)?;
    Ok((
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        response,
    )
        .into_response())
}

/// `PATCH /Products(7)`: the body has the properties that change.
///
/// # Errors
/// 404; 412 and 428 for `If-Match`; 400 for a change that is not valid.
pub async fn change(
    State(store): State<Store>,
    Path(segment): Path<String>,
    headers: HeaderMap,
    ODataJson(patch): ODataJson<ProductPatch>,
) -> Handled<Response> {
    let id = id_of(&segment)?;
    let changed = run(store, move |store| {
        store.change(id, |before| {
            let before = before.ok_or_else(|| not_found(id))?;
            check_match(&headers, &before)?;
            let mut product = before.product;
            patch.apply_to(&mut product)?;
            product.validate()?;
            Ok::<_, ErrorResponse>(Change::Put(Box::new(product)))
        })
    });
    let stored = changed.await??.ok_or_else(|| not_found(id))?;
    Ok((
        StatusCode::NO_CONTENT,
        [(header::ETAG, etag(stored.version))],
    )
        .into_response())
}

/// `DELETE /Products(7)`.
///
/// # Errors
/// 404; 412 and 428 for `If-Match`.
pub async fn delete(
    State(store): State<Store>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Handled<StatusCode> {
    let id = id_of(&segment)?;
    let changed = run(store, move |store| {
        store.change(id, |before| {
            check_match(&headers, &before.ok_or_else(|| not_found(id))?)?;
            Ok::<_, ErrorResponse>(Change::Delete)
        })
    });
    changed.await??;
    Ok(StatusCode::NO_CONTENT)
}

/// Returns a product with its entity tag, as it is in a collection.
fn tagged(stored: Stored) -> Handled<Product> {
    let mut product = stored.product;
    product
        .control
        .set("@odata.etag", &etag(stored.version))
        .map_err(|reason| failed(&reason.into()))?;
    Ok(product)
}

fn entity(stored: Stored, headers: &HeaderMap) -> Handled<Response> {
    let tag = etag(stored.version);
    let mut product = tagged(stored)?;
    let context = format!("{}$metadata#Products/$entity", root(headers));
    product
        .control
        .set("@odata.context", &context)
        .map_err(|reason| failed(&reason.into()))?;
    Ok(([(header::ETAG, tag)], ODataJson(product)).into_response())
}
