package org.parley.localstack.tenant;

import java.util.List;

/**
 * What a RabbitMQ user may do in its virtual host: regular expressions over the names of
 * queues and exchanges.
 *
 * @param configure what it may declare and delete
 * @param write the exchanges that it may publish to, and the queues that it may bind
 * @param read the queues that it may take from, and the exchanges that it may bind to
 * @param topics what it may do at single exchanges; at others that are not named here,
 * every routing key is allowed
 * @see <a href="https://www.rabbitmq.com/docs/access-control#authorisation">RabbitMQ:
 * Access Control</a>
 */
public record BrokerRights(String configure, String write, String read, List<TopicRights> topics) {

	/**
	 * Everything in the virtual host, but for the default exchange, by which one could
	 * write to any queue.
	 */
	public static final BrokerRights OWN_HOST = new BrokerRights(".*", "^(?!amq\\.default$).*$", ".*", List.of());

	public BrokerRights {
		topics = List.copyOf(topics);
	}

	String json() {
		return "{\"configure\": \"%s\", \"write\": \"%s\", \"read\": \"%s\"}".formatted(escaped(this.configure),
				escaped(this.write), escaped(this.read));
	}

	private static String escaped(String expression) {
		return expression.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	/**
	 * What a user may do at a topic exchange: regular expressions over routing keys.
	 *
	 * @param exchange the exchange
	 * @param write with which keys it may publish
	 * @param read with which keys it may bind
	 * @see <a href=
	 * "https://www.rabbitmq.com/docs/access-control#topic-authorisation">RabbitMQ: Topic
	 * Authorisation</a>
	 */
	public record TopicRights(String exchange, String write, String read) {

		String json() {
			return "{\"exchange\": \"%s\", \"write\": \"%s\", \"read\": \"%s\"}".formatted(escaped(this.exchange),
					escaped(this.write), escaped(this.read));
		}

	}

}
