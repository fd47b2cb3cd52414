// WSS4J: prints the message of a file as it signs it: WssSigner MESSAGE KEYSTORE KEY_IDENTIFIER, see WSConstants.
import java.io.*;
import java.util.*;
import javax.xml.parsers.*;
import javax.xml.transform.*;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.ws.security.*;
import org.apache.ws.security.components.crypto.*;
import org.apache.ws.security.message.*;
import org.w3c.dom.Document;

public class WssSigner {
  public static void main(String[] args) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new File(args[0]));
    Properties properties = new Properties();
    properties.put("org.apache.ws.security.crypto.provider", "org.apache.ws.security.components.crypto.Merlin");
    properties.put("org.apache.ws.security.crypto.merlin.keystore.type", "pkcs12");
    properties.put("org.apache.ws.security.crypto.merlin.keystore.file", args[1]);
    properties.put("org.apache.ws.security.crypto.merlin.keystore.password", "secret");
    WSSConfig.init();
    Crypto crypto = CryptoFactory.getInstance(properties);
    WSSecHeader header = new WSSecHeader();
    header.insertSecurityHeader(document);
    WSSecTimestamp stamp = new WSSecTimestamp();
    stamp.setTimeToLive(300);
    stamp.build(document, header);
    WSSecSignature signature = new WSSecSignature();
    signature.setUserInfo("me", "secret");
    signature.setKeyIdentifierType(Integer.parseInt(args[2]));
    signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
    List<WSEncryptionPart> parts = new ArrayList<>();
    parts.add(new WSEncryptionPart("Body", "http://schemas.xmlsoap.org/soap/envelope/", "Element"));
    parts.add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element"));
    signature.setParts(parts);
    signature.build(document, crypto, header);
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(System.out));
  }
}
