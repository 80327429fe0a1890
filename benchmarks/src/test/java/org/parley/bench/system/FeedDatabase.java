package org.parley.bench.system;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;

/** The follows and feeds in the database of social-service. */
final class FeedDatabase implements AutoCloseable {

	private static final String SERVICE = "social-service";

	private final MongoClient client;

	private final MongoDatabase database;

	FeedDatabase(Checkout checkout) {
		this.client = MongoClients.create(checkout.serversOf(SERVICE).mongoUri());
		this.database = this.client.getDatabase(SERVICE);
	}

	/** Lets people follow a person. */
	void follow(Stream<String> followers, String person) {
		this.database.getCollection("follows").insertMany(followers.map((one) -> follow(one, person)).toList());
	}

	/** The ids of people who exist in no account, but whose feeds are written. */
	static Stream<String> strangers(String person, int count) {
		return IntStream.range(0, count).mapToObj((number) -> person.substring(0, 20) + "%06d".formatted(number));
	}

	private static Document follow(String follower, String person) {
		return new Document("_id", follower + ":" + person).append("followerId", follower)
			.append("followeeId", person)
			.append("state", "APPROVED")
			.append("seq", follower);
	}

	/** The number of feeds that have a post. */
	long countFeeds(String post) {
		return this.database.getCollection("feed").countDocuments(Filters.eq("postId", post));
	}

	/** Removes the feeds of strangers. */
	void removeFeeds(List<String> posts) {
		this.database.getCollection("feed").deleteMany(Filters.in("postId", posts));
	}

	@Override
	public void close() {
		this.client.close();
	}

}
