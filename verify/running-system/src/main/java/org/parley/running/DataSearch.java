package org.parley.running;

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

/** Searches every database, Redis and all logs for texts. */
public final class DataSearch {

	private static final Set<String> OF_MONGODB = Set.of("admin", "config", "local");

	private static final int MAX_TTL_MILLIS = 10 * 60 * 1000;

	private final Servers servers;

	private final Path logs;

	DataSearch(Servers servers, Path logs) {
		this.servers = servers;
		this.logs = logs;
	}

	/** Returns the collections that contain one of the texts, with the text. */
	public List<String> inDatabases(Set<String> texts) {
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

	/** Returns the log files that contain one of the texts. */
	public List<String> inLogs(Set<String> texts) {
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

	/**
	 * Returns the Redis keys that contain one of the texts and do not expire within ten
	 * minutes.
	 */
	public List<String> lastingInRedis(Set<String> texts) {
		Predicate<String> named = (value) -> texts.stream().anyMatch(value::contains);
		var uri = URI.create(this.servers.redisUri());
		try (var redis = new Redis(uri)) {
			var found = new ArrayList<String>();
			var cursor = "0";
			do {
				var page = (List<?>) Objects.requireNonNull(redis.send("SCAN", cursor, "COUNT", "1000"));
				cursor = String.valueOf(page.getFirst());
				for (var key : (List<?>) page.get(1)) {
					var name = String.valueOf(key);
					var left = Long.parseLong(String.valueOf(redis.send("PTTL", name)));
					if ((left < 0 || left > MAX_TTL_MILLIS) && named.test(name + redis.content(name))) {
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
				String.join(" ", document.values().stream().map(DataSearch::text).toList()) + document.keySet();
			case List<?> list -> String.join(" ", list.stream().map(DataSearch::text).toList());
			case Map<?, ?> map -> text(List.copyOf(map.values())) + map.keySet();
			case Binary binary -> new String(binary.getData(), StandardCharsets.UTF_8);
			default -> value.toString();
		};
	}

	public static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A minimal Redis client.
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
				send("AUTH", user[0], user[1]);
			}
		}

		/** Returns a key's content as text. */
		String content(String key) throws IOException {
			return String.valueOf(switch (String.valueOf(send("TYPE", key))) {
				case "string" -> send("GET", key);
				case "hash" -> send("HGETALL", key);
				case "list" -> send("LRANGE", key, "0", "-1");
				case "set" -> send("SMEMBERS", key);
				case "zset" -> send("ZRANGE", key, "0", "-1");
				case "stream" -> send("XRANGE", key, "-", "+");
				default -> "";
			});
		}

		@Nullable Object send(String... words) throws IOException {
			var request = new StringBuilder("*" + words.length + "\r\n");
			for (var word : words) {
				request.append('$')
					.append(word.getBytes(StandardCharsets.UTF_8).length)
					.append("\r\n")
					.append(word)
					.append("\r\n");
			}
			this.socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
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
					throw new IOException("Redis closed the connection");
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
