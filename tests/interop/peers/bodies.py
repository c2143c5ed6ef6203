"""Microsoft's Python SDK: `msgraph.py <bodies> <answers>`. Reads each body, compares it property by property, and writes it back."""

import base64
import datetime
import enum
import importlib
import json
import re
import sys
import uuid

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def model(base):
    """The class of a type, or None where the SDK does not have it."""
    *namespace, name = base.removeprefix("microsoft.graph.").split(".")
    path = ".".join(snake(it) for it in [*namespace, name])
    try:
        module = importlib.import_module(f"msgraph.generated.models.{path}")
    except ModuleNotFoundError:
        return None
    return getattr(module, name[0].upper() + name[1:])


def seconds(text):
    days, hours, minutes, rest = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?", text).groups()
    return datetime.timedelta(days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0), seconds=float(rest or 0))


def attribute(setter):
    """The attribute that the setter of a property assigns: the SDK renames some properties."""
    return next(it for it in setter.__code__.co_consts if isinstance(it, str))


def is_member(body, found):
    """Member names start with a capital letter in the SDK, and their values are those of the service."""
    return body.lower() == str(found.value).lower()


def is_equal(body, found):
    if isinstance(found, enum.Enum):
        return is_member(body, found)
    if isinstance(found, datetime.timedelta):
        return seconds(body) == found
    if isinstance(found, datetime.datetime):
        return datetime.datetime.fromisoformat(body) == found
    if isinstance(found, datetime.date):
        return datetime.date.fromisoformat(body) == found
    if isinstance(found, datetime.time):
        return datetime.time.fromisoformat(body) == found
    if isinstance(found, uuid.UUID):
        return uuid.UUID(body) == found
    if isinstance(found, bytes):
        return base64.b64decode(body) == found
    # Flags are a list of members.
    if isinstance(found, list) and isinstance(body, str):
        members = body.split(",")
        return len(members) == len(found) and all(map(is_member, members, found))
    return body == found


# A combination of flags as the item of a collection, which the standard allows (ABNF 4.01, rule enumValue).
limits = []


def differences(body, found, at=""):
    """The properties of the body whose value in the SDK is another one."""
    if isinstance(body, list):
        if not isinstance(found, list) or len(body) != len(found):
            return [f"{at}: {body!r}, in the SDK {found!r}"], 1
        pairs = [differences(*pair, f"{at}/{index}") for index, pair in enumerate(zip(body, found))]
    # Any JSON is a dictionary in the SDK.
    elif isinstance(body, dict) and not isinstance(found, dict):
        if found is None:
            return [f"{at}: {body!r}, in the SDK {found!r}"], 1
        declared = found.get_field_deserializers()
        pairs = []
        for name, value in body.items():
            if name == "@odata.type":
                own = found.odata_type
            elif name in declared:
                own = getattr(found, attribute(declared[name]))
            else:
                own = found.additional_data.get(name)
            pairs.append(differences(value, own, f"{at}/{name}"))
    elif found is None and isinstance(body, str) and "," in body and at.rsplit("/")[-1].isdigit():
        limits.append(f"{at}: no member of the enumeration for {body!r}, which is several (ABNF 4.01, rule enumValue)")
        return [], 1
    else:
        return ([] if is_equal(body, found) else [f"{at}: {body!r}, in the SDK {found!r}"]), 1
    return [line for lines, _ in pairs for line in lines], sum(count for _, count in pairs)


def main(bodies, answers):
    lines = [json.loads(line) for line in open(bodies, encoding="utf-8")]
    refused, different, compared, unknown = 0, 0, 0, set()
    with open(answers, "w", encoding="utf-8") as output:
        for line in lines:
            text = "null"
            own = model(line["base"])
            if own is None:
                unknown.add(line["base"])
                output.write(json.dumps({"base": line["base"], "body": ""}) + "\n")
                continue
            try:
                node = JsonParseNodeFactory().get_root_parse_node("application/json", line["body"].encode())
                value = node.get_object_value(own)
                found, count = differences(json.loads(line["body"]), value)
                compared += count
                different += bool(found)
                for difference in found:
                    print(f"  {line['base']}{difference}\n    of {line['body']}")
                writer = JsonSerializationWriter()
                writer.write_object_value(None, value)
                text = writer.get_serialized_content().decode()
            except Exception as error:  # What the SDK raises is its answer.
                refused += 1
                print(f"  refused: {error!r}\n    of {line['body']}")
            output.write(json.dumps({"base": line["base"], "body": text}) + "\n")
    for limit in sorted(set(limits)):
        print(f"  limit of the SDK: {limit}")
    if unknown:
        print(f"  not in the SDK: {', '.join(sorted(unknown))}")
    print(f"Rust to msgraph-sdk (Python): {len(lines)} bodies, {compared} properties, {refused} refused, {different} different")
    return refused + different > 0


sys.exit(main(*sys.argv[1:]))
