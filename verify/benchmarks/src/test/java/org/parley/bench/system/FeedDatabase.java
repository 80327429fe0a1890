package org.parley.bench.system;

import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;
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

	/** Whether a feed has a post. */
	boolean contains(String owner, String post) {
		return this.database.getCollection("feed").countDocuments(Filters.eq("_id", owner + ":" + post)) > 0;
	}

	/** The number of feeds that have a post. */
	long count(Collection<String> owners, String post) {
		return this.database.getCollection("feed").countDocuments(entries(owners, post));
	}

	/** Removes a post from feeds. */
	void remove(Collection<String> owners, String post) {
		this.database.getCollection("feed").deleteMany(entries(owners, post));
	}

	private static Bson entries(Collection<String> owners, String post) {
		return Filters.in("_id", owners.stream().map((owner) -> owner + ":" + post).toList());
	}

	@Override
	public void close() {
		this.client.close();
	}

}
