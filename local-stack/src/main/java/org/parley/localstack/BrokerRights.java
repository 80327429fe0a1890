package org.parley.localstack;

/**
 * What a RabbitMQ user may do in its virtual host: regular expressions over the names of
 * queues and exchanges.
 *
 * @param configure what it may declare and delete
 * @param write what it may publish to, and bind
 * @param read what it may take from, and bind to
 * @see <a href="https://www.rabbitmq.com/docs/access-control#authorisation">RabbitMQ:
 * Access Control</a>
 */
public record BrokerRights(String configure, String write, String read) {

	/** Everything in the virtual host. */
	public static final BrokerRights ALL = new BrokerRights(".*", ".*", ".*");

	String json() {
		return "{\"configure\": \"%s\", \"write\": \"%s\", \"read\": \"%s\"}".formatted(escaped(this.configure),
				escaped(this.write), escaped(this.read));
	}

	private static String escaped(String expression) {
		return expression.replace("\\", "\\\\").replace("\"", "\\\"");
	}

}
