"""Microsoft's Python SDK: `msgraph.py <bodies> <answers>`. Reads each body, compares it property by property, and writes it back."""

import datetime
import enum
import importlib
import json
import re
import sys

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def model(base):
    module = importlib.import_module(f"msgraph.generated.models.{snake(base)}")
    return getattr(module, base[0].upper() + base[1:])


def seconds(text):
    days, hours, minutes, rest = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?", text).groups()
    return datetime.timedelta(days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0), seconds=float(rest or 0))


def differences(body, found, at=""):
    """The properties of the body whose value in the SDK is another one."""
    if isinstance(body, list):
        if not isinstance(found, list) or len(body) != len(found):
            return [f"{at}: {body!r}, in the SDK {found!r}"], 1
        pairs = [differences(*pair, f"{at}/{index}") for index, pair in enumerate(zip(body, found))]
    elif isinstance(body, dict):
        declared = found.get_field_deserializers()
        pairs = []
        for name, value in body.items():
            if name == "@odata.type":
                own = found.odata_type
            elif name in declared:
                own = getattr(found, snake(name))
            else:
                own = found.additional_data.get(name)
            pairs.append(differences(value, own, f"{at}/{name}"))
    else:
        if isinstance(found, enum.Enum):
            found = found.value
        if isinstance(found, datetime.timedelta):
            body = seconds(body)
        return ([] if body == found else [f"{at}: {body!r}, in the SDK {found!r}"]), 1
    return [line for lines, _ in pairs for line in lines], sum(count for _, count in pairs)


def main(bodies, answers):
    lines = [json.loads(line) for line in open(bodies, encoding="utf-8")]
    refused, different, compared = 0, 0, 0
    with open(answers, "w", encoding="utf-8") as output:
        for line in lines:
            text = "null"
            try:
                node = JsonParseNodeFactory().get_root_parse_node("application/json", line["body"].encode())
                value = node.get_object_value(model(line["base"]))
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
    print(f"Rust to msgraph-sdk (Python): {len(lines)} bodies, {compared} properties, {refused} refused, {different} different")
    return refused + different > 0


sys.exit(main(*sys.argv[1:]))
