"""zeep against our service: client.py CELL BASE, prints what it got."""

import sys

from lxml import etree
from zeep import Client
from zeep.exceptions import Fault

cell, base = sys.argv[1:3]


def port(path, name):
    return Client(f"{base}/{path}?wsdl").bind("Matrix", name)


if cell == "rpc":
    moved = port("rpc", "RpcSoap").Move(point={"x": 1, "y": 2}, by=5)
    print(moved.x, moved.y)
elif cell == "header":
    answer = port("doc", "DocSoap").Ask(text="hi", _soapheaders={"session": "s1"})
    print(answer.body.answer, answer.header.quota)
elif cell == "soap12":
    answer = port("doc12", "DocSoap12").Ask(text="hi", _soapheaders={"session": "s1"})
    print(answer.body.answer, answer.header.quota)
elif cell == "mtomAnswer":
    data = port("mtom", "DocSoap").Fetch(length=5000)
    print(len(data))
elif cell in ("fault", "fault12"):
    try:
        doc = port("doc", "DocSoap") if cell == "fault" else port("doc12", "DocSoap12")
        doc.Ask(text="much too long", _soapheaders={"session": "s1"})
    except Fault as fault:
        print(fault.message, fault.detail.findtext(".//{urn:matrix}max"))
