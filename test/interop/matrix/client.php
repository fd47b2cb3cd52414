<?php // PHP SoapClient against our service: client.php CELL BASE, prints what it got.
[, $cell, $base] = $argv;
$options = fn (int $version) => ["cache_wsdl" => WSDL_CACHE_NONE, "soap_version" => $version];
// The client takes the first port of its version; the others are not what is asked for.
$doc = fn (string $path, int $version) => new SoapClient("$base/$path?wsdl", $options($version));
$ask = function (SoapClient $client, string $text) {
    $client->__setSoapHeaders(new SoapHeader("urn:matrix", "Session", "s1"));
    $headers = [];
    $answer = $client->__soapCall("Ask", [["text" => $text]], null, null, $headers);
    return $answer->answer . " " . $headers["Quota"];
};
try {
    echo match ($cell) {
        "rpc" => (function () use ($base, $options) {
            $moved = (new SoapClient("$base/rpc?wsdl", $options(SOAP_1_1)))->Move(["x" => 1, "y" => 2], 5);
            return "$moved->x $moved->y";
        })(),
        "header" => $ask($doc("doc", SOAP_1_1), "hi"),
        "soap12" => $ask($doc("doc12", SOAP_1_2), "hi"),
        "fault" => $ask($doc("doc", SOAP_1_1), "much too long"),
    }, "\n";
} catch (SoapFault $fault) {
    echo $fault->getMessage(), " ", $fault->detail->TooLong->max, "\n";
}
