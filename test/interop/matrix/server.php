<?php // PHP SoapServer of the same service, one port at a path: php -S 127.0.0.1:PORT server.php
class Matrix {
    private SoapServer $server;
    public function __construct(SoapServer $server) { $this->server = $server; }
    public function Move($point, $by) { return ["x" => $point->x + $by, "y" => $point->y]; }
    public function Session($session) { $this->session = is_object($session) ? $session->_ : $session; }
    public ?string $session = null;
    public function Ask($input) {
        if (strlen($input->text) > 10) {
            throw new SoapFault("Client", "the text is too long", null, ["max" => 10], "tooLong");
        }
        $this->server->addSoapHeader(new SoapHeader("urn:matrix", "Quota", 7));
        return ["answer" => "$input->text for $this->session"];
    }
    public function Fetch($input) { return ["data" => str_repeat("a", $input->length)]; }
    public function Store($input) { return ["length" => strlen($input->data)]; }
}
$version = $_SERVER["REQUEST_URI"] === "/doc12" ? SOAP_1_2 : SOAP_1_1;
$server = new SoapServer(getenv("MATRIX_WSDL"), ["cache_wsdl" => WSDL_CACHE_NONE, "soap_version" => $version]);
$server->setObject(new Matrix($server));
$server->handle();
