// The service of matrix.wsdl in ASP.NET ASMX. It is compiled with the peers' own services, so it brings its usings along.
namespace MatrixLab {
  using System.Web.Services;
  using System.Web.Services.Description;
  using System.Web.Services.Protocols;
  using System.Xml;
  using System.Xml.Serialization;

  [XmlType(Namespace = "urn:matrix")]
  public class Point { public int x; public int y; }

  [XmlRoot("Session", Namespace = "urn:matrix")]
  public class Session : SoapHeader { [XmlText] public string Value; }

  [XmlRoot("Quota", Namespace = "urn:matrix")]
  public class Quota : SoapHeader { [XmlText] public string Value; }

  public abstract class Service : WebService {
    public Session session;
    public Quota quota;

    protected string Answer(string text) {
      if (text.Length > 10) {
        var document = new XmlDocument();
        var detail = document.CreateNode(XmlNodeType.Element, SoapException.DetailElementName.Name, SoapException.DetailElementName.Namespace);
        detail.InnerXml = "<TooLong xmlns=\"urn:matrix\"><max>10</max></TooLong>";
        throw new SoapException("the text is too long", SoapException.ClientFaultCode, "", detail);
      }
      quota = new Quota { Value = "7" };
      return text + " for " + session.Value;
    }

    protected static Point Moved(Point point, int by) { return new Point { x = point.x + by, y = point.y }; }
  }

  [WebService(Namespace = "urn:matrix"), WebServiceBinding(ConformsTo = WsiProfiles.None)]
  public class Matrix : Service {
    [WebMethod, SoapDocumentMethod("urn:matrix#Ask", RequestNamespace = "urn:matrix", ResponseNamespace = "urn:matrix")]
    [SoapHeader("session"), SoapHeader("quota", Direction = SoapHeaderDirection.Out)]
    [return: XmlElement("answer")]
    public string Ask(string text) { return Answer(text); }

    [WebMethod, SoapRpcMethod("urn:matrix#Move", RequestNamespace = "urn:matrix:rpc", ResponseNamespace = "urn:matrix:rpc", Use = SoapBindingUse.Literal)]
    [return: XmlElement("moved")]
    public Point Move(Point point, int by) { return Moved(point, by); }
  }

  [WebService(Namespace = "urn:matrix"), WebServiceBinding(ConformsTo = WsiProfiles.None)]
  [SoapDocumentService(RoutingStyle = SoapServiceRoutingStyle.RequestElement)]
  public class MatrixRE : Service {
    [WebMethod, SoapDocumentMethod("urn:matrix#Ask", RequestNamespace = "urn:matrix", ResponseNamespace = "urn:matrix")]
    [SoapHeader("session"), SoapHeader("quota", Direction = SoapHeaderDirection.Out)]
    [return: XmlElement("answer")]
    public string Ask(string text) { return Answer(text); }

    [WebMethod, SoapRpcMethod("urn:matrix#Move", RequestNamespace = "urn:matrix:rpc", ResponseNamespace = "urn:matrix:rpc", Use = SoapBindingUse.Literal)]
    [return: XmlElement("moved")]
    public Point Move(Point point, int by) { return Moved(point, by); }
  }
}
