// JAX-WS RI: `Peer server PORT` hosts matrix.wsdl, album.wsdl and um.wsdl; `Peer client CELL BASE` prints what it got.
import album.*;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.jws.WebService;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.BindingType;
import javax.xml.ws.Endpoint;
import javax.xml.ws.Holder;
import javax.xml.ws.Service;
import javax.xml.ws.soap.MTOM;
import javax.xml.ws.soap.MTOMFeature;
import matrix.*;
import um.*;

public class Peer {
  static final String NS = "urn:matrix";
  static final String UM = "http://schemas.microsoft.com/exchange/services/2006/messages";

  public static void main(String[] args) throws Exception {
    if (args[0].equals("server")) serve("http://127.0.0.1:" + args[1]);
    else System.out.println(call(args[1], args[2]));
  }

  static void serve(String base) {
    publish(base + "/rpc", new RpcService(), "matrix.wsdl");
    publish(base + "/doc", new DocService(), "matrix.wsdl");
    publish(base + "/doc12", new Doc12Service(), "matrix.wsdl");
    publish(base + "/mtom", new MtomService(), "matrix.wsdl");
    publish(base + "/album", new AlbumPort(), "album.wsdl");
    publish(base + "/um", new UMPort(), "um.wsdl");
    System.out.println("ready");
  }

  static void publish(String address, Object implementation, String wsdl) {
    Endpoint endpoint = Endpoint.create(implementation);
    List<Source> documents = new ArrayList<>();
    for (String name : wsdl.equals("um.wsdl") ? new String[] {wsdl, "um.xsd"} : new String[] {wsdl}) {
      documents.add(new StreamSource(new File(name)));
    }
    endpoint.setMetadata(documents);
    endpoint.publish(address);
  }

  @WebService(endpointInterface = "matrix.Rpc", targetNamespace = NS, serviceName = "Matrix", portName = "RpcSoap", wsdlLocation = "matrix.wsdl")
  public static class RpcService implements Rpc {
    public Point move(Point point, int by) {
      Point moved = new Point();
      moved.setX(point.getX() + by);
      moved.setY(point.getY());
      return moved;
    }
  }

  static class Documents {
    public void ask(Ask input, String session, Holder<AskResponse> answer, Holder<Integer> quota) throws TooLongFault {
      if (input.getText().length() > 10) {
        TooLong detail = new TooLong();
        detail.setMax(10);
        throw new TooLongFault("the text is too long", detail);
      }
      answer.value = new AskResponse();
      answer.value.setAnswer(input.getText() + " for " + session);
      quota.value = 7;
    }

    public byte[] fetch(int length) {
      return new byte[length];
    }

    public int store(byte[] data) {
      return data.length;
    }
  }

  @WebService(endpointInterface = "matrix.Doc", targetNamespace = NS, serviceName = "Matrix", portName = "DocSoap", wsdlLocation = "matrix.wsdl")
  public static class DocService extends Documents implements Doc {}

  @WebService(endpointInterface = "matrix.Doc", targetNamespace = NS, serviceName = "Matrix", portName = "DocSoap12", wsdlLocation = "matrix.wsdl")
  @BindingType(javax.xml.ws.soap.SOAPBinding.SOAP12HTTP_BINDING)
  public static class Doc12Service extends Documents implements Doc {}

  @MTOM(threshold = 100)
  @WebService(endpointInterface = "matrix.Doc", targetNamespace = NS, serviceName = "Matrix", portName = "DocSoap", wsdlLocation = "matrix.wsdl")
  public static class MtomService extends Documents implements Doc {}

  @WebService(endpointInterface = "album.Album", targetNamespace = "urn:album", serviceName = "AlbumService", portName = "AlbumSoap", wsdlLocation = "album.wsdl")
  public static class AlbumPort implements Album {
    public void swap(Swap body, byte[] photo, String note, Holder<SwapResponse> answer, Holder<byte[]> scan, Holder<String> log) {
      answer.value = new SwapResponse();
      answer.value.setTitle(body.getTitle());
      scan.value = photo;
      log.value = note;
    }
  }

  @WebService(endpointInterface = "um.UMService", targetNamespace = UM, serviceName = "UMService", portName = "UMServiceSoap", wsdlLocation = "um.wsdl")
  public static class UMPort implements UMService {
    private final List<String> calls = new ArrayList<>();

    public boolean isUMEnabled() { return true; }
    public UMProperties getUMProperties() { return new UMProperties(); }
    public void setOofStatus(boolean status) {}
    public void setMissedCallNotificationEnabled(boolean status) {}
    public void setPlayOnPhoneDialString(String dialString) {}
    public void setTelephoneAccessFolderEmail(String base64FolderID) {}
    public void resetPIN() {}
    public String playOnPhone(String entryId, String dialString) { return newCall(); }
    public String playOnPhoneGreeting(UMGreetingType greetingType, String dialString) { return newCall(); }

    public UMCallInfo getCallInfo(String callId) {
      UMCallInfo info = new UMCallInfo();
      info.setCallState(calls.contains(callId) ? UMCallState.CONNECTED : UMCallState.DISCONNECTED);
      info.setEventCause(UMEventCause.NONE);
      return info;
    }

    public void disconnect(String callId) { calls.remove(callId); }

    private String newCall() {
      calls.add("Y2FsbA==");
      return "Y2FsbA==";
    }
  }

  static String call(String cell, String base) throws Exception {
    switch (cell) {
      case "calls": {
        UMService um = port(base, "um.wsdl", UM, "UMServiceSoap", UMService.class);
        String id = um.playOnPhone("AAAA", "4255550123");
        String before = um.getCallInfo(id).getCallState().value();
        um.disconnect(id);
        return before + " " + um.getCallInfo(id).getCallState().value();
      }
      case "rpc": {
        Point point = new Point();
        point.setX(1);
        point.setY(2);
        Point moved = matrix(base + "/rpc", "RpcSoap", Rpc.class).move(point, 5);
        return moved.getX() + " " + moved.getY();
      }
      case "header":
        return ask(matrix(base + "/doc", "DocSoap", Doc.class), "hi");
      case "soap12":
        return ask(matrix(base + "/doc12", "DocSoap12", Doc.class), "hi");
      case "fault":
        try {
          return ask(matrix(base + "/doc", "DocSoap", Doc.class), "much too long");
        } catch (TooLongFault fault) {
          return fault.getMessage() + " " + fault.getFaultInfo().getMax();
        }
      case "mtomAnswer":
        return String.valueOf(matrix(base + "/mtom", "DocSoap", Doc.class, new MTOMFeature(100)).fetch(5000).length);
      case "mtomRequest":
        return String.valueOf(matrix(base + "/mtom", "DocSoap", Doc.class, new MTOMFeature(100)).store(new byte[4000]));
      case "contents": {
        Album album = port(base + "/album", "album.wsdl", "urn:album", "AlbumSoap", Album.class);
        Swap body = new Swap();
        body.setTitle("A");
        byte[] photo = {0, 13, 10, 45, 45, (byte) 255};
        Holder<SwapResponse> answer = new Holder<>();
        Holder<byte[]> scan = new Holder<>();
        Holder<String> log = new Holder<>();
        album.swap(body, photo, "1 m2", answer, scan, log);
        boolean same = Arrays.equals(scan.value, photo) && log.value.equals("1 m2");
        return answer.value.getTitle() + " " + same;
      }
      default:
        throw new IllegalArgumentException(cell);
    }
  }

  static String ask(Doc doc, String text) throws TooLongFault {
    Ask input = new Ask();
    input.setText(text);
    Holder<AskResponse> answer = new Holder<>();
    Holder<Integer> quota = new Holder<>();
    doc.ask(input, "s1", answer, quota);
    return answer.value.getAnswer() + " " + quota.value;
  }

  static <T> T matrix(String address, String name, Class<T> type, javax.xml.ws.WebServiceFeature... features) throws Exception {
    return port(address, "matrix.wsdl", NS, name, type, features);
  }

  static <T> T port(String address, String wsdl, String namespace, String name, Class<T> type, javax.xml.ws.WebServiceFeature... features) throws Exception {
    URL url = new File(wsdl).toURI().toURL();
    String service = wsdl.equals("matrix.wsdl") ? "Matrix" : wsdl.equals("album.wsdl") ? "AlbumService" : "UMService";
    T port = Service.create(url, new QName(namespace, service)).getPort(new QName(namespace, name), type, features);
    ((BindingProvider) port).getRequestContext().put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
    return port;
  }
}
