package org.parley.platform.test.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * A collector of traces: it receives spans by HTTP as protobuf, and keeps them in memory.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
public final class OtlpReceiver implements AutoCloseable {

	private static final String PATH = "/v1/traces";

	private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();

	private final HttpServer server;

	private OtlpReceiver(HttpServer server) {
		this.server = server;
	}

	/** Starts a receiver on a free port. */
	public static OtlpReceiver start() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			var receiver = new OtlpReceiver(server);
			server.createContext(PATH, receiver::receive);
			server.start();
			return receiver;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The address for exporters. */
	public String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + PATH;
	}

	/** The spans of a trace that have arrived. */
	public List<ReceivedSpan> trace(String id) {
		return this.spans.stream().filter((span) -> span.traceId().equals(id)).toList();
	}

	/** All spans that have arrived. */
	public List<ReceivedSpan> all() {
		return List.copyOf(this.spans);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange; var body = exchange.getRequestBody()) {
			this.spans.addAll(read(ExportTraceServiceRequest.parseFrom(body)));
			// No bytes are a response without a property.
			exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static List<ReceivedSpan> read(ExportTraceServiceRequest request) {
		var spans = new ArrayList<ReceivedSpan>();
		for (var resource : request.getResourceSpansList()) {
			var service = attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
			resource.getScopeSpansList()
				.forEach((scope) -> scope.getSpansList().forEach((span) -> spans.add(read(service, span))));
		}
		return spans;
	}

	private static ReceivedSpan read(String service, Span span) {
		return new ReceivedSpan(service, span.getName(), span.getKind().name().replace("SPAN_KIND_", ""),
				hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId()),
				span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
				attributes(span.getAttributesList()));
	}

	private static String hex(ByteString id) {
		return HexFormat.of().formatHex(id.toByteArray());
	}

	private static Map<String, String> attributes(List<KeyValue> attributes) {
		var values = new TreeMap<String, String>();
		attributes.forEach((attribute) -> values.put(attribute.getKey(), text(attribute.getValue())));
		return values;
	}

	private static String text(AnyValue value) {
		return value.hasStringValue() ? value.getStringValue()
				: value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.toString();
	}

}
