package cellar.simulation.query;

import cellar.simulation.http.Reply;

/**
 * The two documents that EC2 answers with.
 */
final class Documents {

	static final String VERSION = "2016-11-15";

	private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/" + VERSION + "/";

	private static final String CONTENT_TYPE = "text/xml;charset=UTF-8";

	private Documents() {
	}

	static Reply response(String action, Answer answer, String requestId) {
		return Reply.of(200, CONTENT_TYPE, XmlWriter.document(action + "Response", NAMESPACE, (xml) -> {
			xml.text("requestId", requestId);
			answer.writeTo(xml);
		}));
	}

	static Reply error(Ec2Exception error, String requestId) {
		return Reply.of(error.status(), CONTENT_TYPE, XmlWriter.document("Response", null, (xml) -> {
			xml.element("Errors", () -> xml.element("Error", () -> {
				xml.text("Code", error.code());
				xml.text("Message", error.message());
			}));
			xml.text("RequestID", requestId);
		}));
	}

}
