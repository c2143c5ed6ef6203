//! The plot of the README: a bar for each ratio, as an SVG.

use std::path::Path;

use plotters::prelude::{
    BLACK, ChartBuilder, Color, IntoDrawingArea, IntoFont, PathElement, RGBColor, Rectangle,
    SVGBackend, Text, WHITE,
};

use crate::workload::engine::Result;

/// The contenders in the plot, with their names in it and their colors.
const SHOWN: [(&str, &str, RGBColor); 5] = [
    ("odata", "odata_core::json", RGBColor(31, 119, 180)),
    ("odata-serde", "plain serde", RGBColor(107, 174, 214)),
    ("flatten", "flatten + tag", RGBColor(253, 190, 133)),
    ("typetag", "typetag", RGBColor(220, 200, 180)),
    ("value", "serde_json::Value", RGBColor(215, 215, 215)),
];

/// The rows in the plot, with what they measure, as the table of the README has them.
const LABELS: [(&str, &str); 9] = [
    ("dir-read-first", "read users, groups and devices"),
    ("dir-read-last", "the same, tag last"),
    ("dir-write", "write them"),
    ("user-read-first", "read one type, 65 properties"),
    ("user-write", "write it"),
    ("wide-read-first", "read one type, 4 levels of 16"),
    ("ext-read-first", "read Entra's callbacks"),
    ("ext-read-last", "the same, tag last"),
    ("ext-write", "write them"),
];

const WIDTH: u32 = 900;
/// The height of a bar and of the title in pixels.
const BAR: u32 = 15;
const TITLE: u32 = 64;
/// The part of the width that the labels take, in units of the ratios.
const LABEL: f64 = 1.8;

/// The median ratios of one row of the bench, each with the name of its contender.
pub(crate) struct Ratios {
    pub(crate) row: &'static str,
    pub(crate) medians: Vec<(&'static str, f64)>,
}

impl Ratios {
    fn of(&self, contender: &str) -> Option<f64> {
        let (_, ratio) = self.medians.iter().find(|(name, _)| *name == contender)?;
        Some(*ratio)
    }
}

/// Draws the contenders and rows that the plot shows.
pub(crate) fn draw(path: &Path, rows: &[Ratios]) -> Result<()> {
    let rows: Vec<(&Ratios, &str)> = LABELS
        .iter()
        .filter_map(|(name, label)| Some((rows.iter().find(|row| row.row == *name)?, *label)))
        .collect();
    let ratios = || {
        rows.iter()
            .flat_map(|(row, _)| SHOWN.map(|(name, ..)| row.of(name)))
            .flatten()
    };
    // One bar of space after each row.
    let bottom = (ratios().count() + rows.len()) as f64;
    let longest = ratios().fold(1.0, f64::max);
    let size = (WIDTH, TITLE + bottom as u32 * BAR);
    let root = SVGBackend::new(path, size).into_drawing_area();
    root.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&root)
        .margin(8)
        .caption(
            "Time as a ratio to hand-flattened structs (1.0: the line); less is faster",
            ("sans-serif", 19),
        )
        .build_cartesian_2d(-LABEL..longest + 1.0, bottom..0.0)?;
    chart.draw_series([PathElement::new([(1.0, 0.0), (1.0, bottom)], BLACK)])?;
    let mut line = 0.0;
    for (row, label) in rows {
        let place = (-LABEL, line + 0.1);
        chart.draw_series([Text::new(label, place, ("sans-serif", 16).into_font())])?;
        for (name, shown, color) in SHOWN {
            let Some(ratio) = row.of(name) else {
                continue;
            };
            let bar = Rectangle::new([(0.0, line + 0.06), (ratio, line + 0.94)], color.filled());
            chart.draw_series([bar])?;
            // Beside the line at 1.0 and not across it.
            let place = (ratio.max(1.0) + 0.03, line + 0.1);
            let figure = Text::new(
                format!("{ratio:.2} {shown}"),
                place,
                ("sans-serif", 14).into_font(),
            );
            chart.draw_series([figure])?;
            line += 1.0;
        }
        line += 1.0;
    }
    root.present()?;
    Ok(())
}
