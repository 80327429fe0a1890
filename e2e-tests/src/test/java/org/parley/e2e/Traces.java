package org.parley.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.localstack.Servers;

/** Looks for texts in every database, every cache entry and every log. */
final class Traces {

	private static final Set<String> OF_MONGODB = Set.of("admin", "config", "local");

	private static final int LONGEST_MILLIS = 10 * 60 * 1000;

	private final Servers servers;

	private final Path logs;

	Traces(Servers servers, Path logs) {
		this.servers = servers;
		this.logs = logs;
	}

	/** The collections that hold one of the texts, with the text. */
	List<String> inDatabases(Set<String> texts) {
		var found = new ArrayList<String>();
		try (var mongo = MongoClients.create(this.servers.mongoUri())) {
			for (var name : mongo.listDatabaseNames()) {
				if (!OF_MONGODB.contains(name)) {
					var database = mongo.getDatabase(name);
					database.listCollectionNames()
						.forEach((collection) -> database.getCollection(collection)
							.find()
							.forEach((document) -> texts.stream()
								.filter(text(document)::contains)
								.forEach((text) -> found.add(name + "." + collection + ": " + text))));
				}
			}
		}
		return found.stream().distinct().toList();
	}

	/** The log files that hold one of the texts. */
	List<String> inLogs(Set<String> texts) {
		try (var files = Files.list(this.logs)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> texts.stream().anyMatch(read(file)::contains))
				.map((file) -> file.getFileName().toString())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The keys in Redis that hold one of the texts and do not end within minutes. */
	List<String> lastingInRedis(Set<String> texts) {
		Predicate<String> named = (value) -> texts.stream().anyMatch(value::contains);
		var uri = URI.create(this.servers.redisUri());
		try (var redis = new Redis(uri)) {
			var found = new ArrayList<String>();
			var cursor = "0";
			do {
				var page = (List<?>) Objects.requireNonNull(redis.ask("SCAN", cursor, "COUNT", "1000"));
				cursor = String.valueOf(page.getFirst());
				for (var key : (List<?>) page.get(1)) {
					var name = String.valueOf(key);
					var left = Long.parseLong(String.valueOf(redis.ask("PTTL", name)));
					if ((left < 0 || left > LONGEST_MILLIS) && named.test(name + redis.content(name))) {
						found.add(name);
					}
				}
			}
			while (!"0".equals(cursor));
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Document document ->
				String.join(" ", document.values().stream().map(Traces::text).toList()) + document.keySet();
			case List<?> list -> String.join(" ", list.stream().map(Traces::text).toList());
			case Map<?, ?> map -> text(List.copyOf(map.values())) + map.keySet();
			case Binary binary -> new String(binary.getData(), StandardCharsets.UTF_8);
			default -> value.toString();
		};
	}

	private static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks Redis, one question after the other.
	 *
	 * @see <a href=
	 * "https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP</a>
	 */
	private static final class Redis implements AutoCloseable {

		private final Socket socket;

		private final InputStream in;

		Redis(URI uri) throws IOException {
			this.socket = new Socket(uri.getHost(), uri.getPort());
			this.in = new BufferedInputStream(this.socket.getInputStream());
			if (uri.getUserInfo() != null) {
				var user = uri.getUserInfo().split(":", 2);
				ask("AUTH", user[0], user[1]);
			}
		}

		/** What a key holds, as far as texts go. */
		String content(String key) throws IOException {
			return String.valueOf(switch (String.valueOf(ask("TYPE", key))) {
				case "string" -> ask("GET", key);
				case "hash" -> ask("HGETALL", key);
				case "list" -> ask("LRANGE", key, "0", "-1");
				case "set" -> ask("SMEMBERS", key);
				case "zset" -> ask("ZRANGE", key, "0", "-1");
				case "stream" -> ask("XRANGE", key, "-", "+");
				default -> "";
			});
		}

		@Nullable Object ask(String... words) throws IOException {
			var question = new StringBuilder("*" + words.length + "\r\n");
			for (var word : words) {
				question.append('$')
					.append(word.getBytes(StandardCharsets.UTF_8).length)
					.append("\r\n")
					.append(word)
					.append("\r\n");
			}
			this.socket.getOutputStream().write(question.toString().getBytes(StandardCharsets.UTF_8));
			return answer();
		}

		private @Nullable Object answer() throws IOException {
			var line = line();
			var rest = line.substring(1);
			return switch (line.charAt(0)) {
				case '+', ':' -> rest;
				case '$' -> bulk(Integer.parseInt(rest));
				case '*' -> list(Integer.parseInt(rest));
				default -> throw new IOException(line);
			};
		}

		private @Nullable String bulk(int length) throws IOException {
			if (length < 0) {
				return null;
			}
			var bytes = this.in.readNBytes(length);
			this.in.skipNBytes(2);
			return new String(bytes, StandardCharsets.UTF_8);
		}

		private List<@Nullable Object> list(int length) throws IOException {
			var all = new ArrayList<@Nullable Object>();
			for (int i = 0; i < length; i++) {
				all.add(answer());
			}
			return all;
		}

		private String line() throws IOException {
			var line = new StringBuilder();
			for (int next = this.in.read(); next != '\r'; next = this.in.read()) {
				if (next < 0) {
					throw new IOException("Redis has hung up");
				}
				line.append((char) next);
			}
			this.in.skipNBytes(1);
			return line.toString();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
