package org.parley.localstack.tenant;

import java.util.List;

/**
 * Permissions of a RabbitMQ user in its virtual host, as regular expressions over the
 * names of queues and exchanges.
 *
 * @param configure resources that it may declare and delete
 * @param write exchanges that it may publish to, and queues that it may bind
 * @param read queues that it may consume, and exchanges that it may bind to
 * @param topics permissions per topic exchange; at other exchanges every routing key is
 * allowed
 * @see <a href="https://www.rabbitmq.com/docs/access-control#authorisation">RabbitMQ:
 * Access Control</a>
 */
public record BrokerRights(String configure, String write, String read, List<TopicRights> topics) {

	/**
	 * All permissions in the virtual host except the default exchange, which writes to
	 * any queue.
	 */
	public static final BrokerRights WHOLE_VHOST = new BrokerRights(".*", "^(?!amq\\.default$).*$", ".*", List.of());

	public BrokerRights {
		topics = List.copyOf(topics);
	}

	String json() {
		return "{\"configure\": \"%s\", \"write\": \"%s\", \"read\": \"%s\"}".formatted(escape(this.configure),
				escape(this.write), escape(this.read));
	}

	private static String escape(String expression) {
		return expression.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	/**
	 * Permissions at a topic exchange, as regular expressions over routing keys.
	 *
	 * @param write routing keys that it may publish with
	 * @param read routing keys that it may bind with
	 * @see <a href=
	 * "https://www.rabbitmq.com/docs/access-control#topic-authorisation">RabbitMQ: Topic
	 * Authorisation</a>
	 */
	public record TopicRights(String exchange, String write, String read) {

		String json() {
			return "{\"exchange\": \"%s\", \"write\": \"%s\", \"read\": \"%s\"}".formatted(escape(this.exchange),
					escape(this.write), escape(this.read));
		}

	}

}
