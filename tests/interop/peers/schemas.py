"""OASIS's XML schemas of CSDL: `schemas.py <schemas> <document.xml>...`. Prints what is not valid."""

import sys
from lxml import etree

folder, *documents = sys.argv[1:]
schema = etree.XMLSchema(etree.parse(f"{folder}/edmx.xsd"))
failed = False
for path in documents:
    document = etree.parse(path)
    valid = schema.validate(document)
    elements = sum(1 for _ in document.iter(etree.Element))
    print(f"XML schema: {path}: {elements} elements, {len(schema.error_log)} errors")
    for error in schema.error_log:
        print(f"  line {error.line}: {error.message}")
    failed |= not valid
sys.exit(failed)
