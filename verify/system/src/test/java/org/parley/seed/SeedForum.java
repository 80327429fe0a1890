package org.parley.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.process.LauncherException;
import org.parley.seed.SeedWords.Topic;

/**
 * Fills a running Parley. Users and categories are created through the gateway; threads
 * and posts are inserted into forum-service's database, because the rate limits are too
 * low. A final edit through the gateway invalidates the caches.
 */
public final class SeedForum {

	private static final String FORUM = "forum-service";

	private static final int BATCH = 1_000;

	private final GatewayClient gatewayClient;

	private final ApiUser admin;

	private final MongoDatabase forum;

	private final SeedWords seedWords = SeedWords.english();

	private SeedForum(GatewayClient gatewayClient, ApiUser admin, MongoDatabase forum) {
		this.gatewayClient = gatewayClient;
		this.admin = admin;
		this.forum = forum;
	}

	/** Creates the data of the benchmarks: 2,000 threads with 20 posts each. */
	public static void seedDefault(Checkout checkout, GatewayClient gatewayClient) {
		run(new SeedPlan(10, 50, 2_000, 40_000, 1), checkout, gatewayClient);
	}

	/** Creates a thread with the given number of posts; returns its id. */
	public static String longThread(int posts, Checkout checkout, GatewayClient gatewayClient) {
		refuseProduction(System.getenv());
		var admin = signedIn(checkout, gatewayClient);
		try (var mongo = MongoClients.create(checkout.serversOf(FORUM).mongoUri())) {
			return new SeedForum(gatewayClient, admin, mongo.getDatabase(FORUM)).longThread(posts);
		}
	}

	/**
	 * Creates the data of a plan.
	 * @throws LauncherException in production
	 */
	static void run(SeedPlan seedPlan, Checkout checkout, GatewayClient gatewayClient) {
		refuseProduction(System.getenv());
		var admin = signedIn(checkout, gatewayClient);
		try (var mongo = MongoClients.create(checkout.serversOf(FORUM).mongoUri())) {
			new SeedForum(gatewayClient, admin, mongo.getDatabase(FORUM)).run(seedPlan);
		}
	}

	static void refuseProduction(Map<String, String> environment) {
		if (environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").contains("production")) {
			throw new LauncherException("The seed command does not run in production.");
		}
	}

	/**
	 * Only a development start has this account, so no other installation can be seeded.
	 */
	private static ApiUser signedIn(Checkout checkout, GatewayClient gatewayClient) {
		var admin = Accounts.of(checkout).admin();
		return gatewayClient.signIn(admin.username(), admin.password());
	}

	private void run(SeedPlan seedPlan) {
		var random = new Random(seedPlan.seed());
		var prose = new Prose(this.seedWords, random);
		var topics = this.seedWords.topics()
			.subList(0, Math.min(seedPlan.categories(), this.seedWords.topics().size()));
		var categories = categories(topics);
		var authors = new SeedPeople(this.gatewayClient, this.forum).register(seedPlan.users(), prose);
		System.out.printf("%d users with the password '%s'%n", seedPlan.users(), SeedPeople.PASSWORD);
		var discussions = new Discussions(random, prose, authors, Instant.now());
		write(seedPlan, topics, categories, discussions);
	}

	/** Repeats the texts of the first thousand posts. */
	private String longThread(int posts) {
		var random = new Random(posts);
		var prose = new Prose(this.seedWords, random);
		var topic = this.seedWords.topics().getFirst();
		var category = String.valueOf(categories(List.of(topic)).get(topic.slug()));
		var authors = new SeedPeople(this.gatewayClient, this.forum).register(5, prose);
		var discussion = new Discussions(random, prose, authors, Instant.now()).create(topic, category, BATCH);
		for (int before = 0; before < posts; before += BATCH) {
			insert("posts", discussion.copyAfter(before));
		}
		var thread = discussion.thread().append("lastNumber", posts).append("replyCount", posts - 1);
		insert("threads", new ArrayList<>(List.of(thread)));
		invalidateCaches(thread);
		return thread.getString("_id");
	}

	private Map<String, String> categories(List<Topic> topics) {
		var known = new HashMap<String, String>();
		this.gatewayClient.guest()
			.get("/categories")
			.is(200)
			.at("/data")
			.forEach((category) -> known.put(category.path("slug").asString(""), category.path("id").asString("")));
		topics.forEach((topic) -> known.computeIfAbsent(topic.slug(), (_) -> createCategory(topic).text("/data/id")));
		System.out.printf("%d categories%n", topics.size());
		return known;
	}

	private GatewayResponse createCategory(Topic topic) {
		return this.admin
			.post("/categories", Map.of("slug", topic.slug(), "name", topic.name(), "description", topic.description(),
					"colour", topic.colour()))
			.is(201);
	}

	private void write(SeedPlan seedPlan, List<Topic> topics, Map<String, String> categories, Discussions discussions) {
		var threads = new ArrayList<Document>();
		var posts = new ArrayList<Document>();
		for (int number = 0; number < seedPlan.threads(); number++) {
			var topic = topics.get(number % topics.size());
			var discussion = discussions.create(topic, String.valueOf(categories.get(topic.slug())),
					seedPlan.postsOf(number));
			threads.add(discussion.thread());
			posts.addAll(discussion.posts());
			var isLast = number == seedPlan.threads() - 1;
			if (isLast || posts.size() >= BATCH) {
				insert("posts", posts);
				insert("threads", threads);
			}
			if (isLast) {
				invalidateCaches(discussion.thread());
			}
		}
		System.out.printf("%,d threads with %,d posts%n", seedPlan.threads(), seedPlan.posts());
	}

	private void insert(String collection, List<Document> documents) {
		this.forum.getCollection(collection).insertMany(documents, new InsertManyOptions().ordered(false));
		documents.clear();
	}

	/** An edit of a thread invalidates every cached list, even if it changes nothing. */
	private void invalidateCaches(Document thread) {
		this.admin.patch("/threads/" + thread.getString("_id"), Map.of("title", thread.getString("title"))).is(200);
	}

	/**
	 * The amount of data to create.
	 *
	 * @param categories number of categories, at most the number of topics
	 * @param users number of authors
	 * @param posts number of posts, including the first of each thread
	 * @param seed random seed of the texts
	 */
	record SeedPlan(int categories, int users, int threads, int posts, long seed) {

		SeedPlan {
			if (categories < 1 || users < 1 || threads < 1) {
				throw new IllegalArgumentException("There must be at least one category, one user and one thread");
			}
			if (posts < threads) {
				throw new IllegalArgumentException("There must be at least as many posts as threads");
			}
		}

		/**
		 * Returns the number of posts of a thread; the remainder goes to the first
		 * threads.
		 */
		int postsOf(int thread) {
			return this.posts / this.threads + ((thread < this.posts % this.threads) ? 1 : 0);
		}

	}

}
