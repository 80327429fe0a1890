package org.parley.launcher.seed;

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
import org.parley.launcher.Accounts;
import org.parley.launcher.Checkout;
import org.parley.launcher.LauncherException;
import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;
import org.parley.launcher.seed.Words.Topic;

/**
 * Fills a running Parley. People register and categories are made through the gateway
 * like anybody's; threads and posts, of which there are too many for the limits of
 * writes, go straight into forum-service's database. A last reply through the gateway
 * tells its caches.
 */
public final class Seeding {

	private static final String FORUM = "forum-service";

	private static final int BATCH = 1_000;

	private final Gateway gateway;

	private final Person admin;

	private final MongoDatabase forum;

	private final Words words = Words.english();

	private Seeding(Gateway gateway, Person admin, MongoDatabase forum) {
		this.gateway = gateway;
		this.admin = admin;
		this.forum = forum;
	}

	/** Makes as much as the benchmarks read: 2,000 threads of 20 posts. */
	public static void usual(Checkout checkout, Gateway gateway) {
		carryOut(new Plan(10, 50, 2_000, 40_000, 1), checkout, gateway);
	}

	/** Makes one thread of so many posts, and answers its id. */
	public static String longThread(int posts, Checkout checkout, Gateway gateway) {
		refuseProduction(System.getenv());
		var admin = signedIn(checkout, gateway);
		try (var mongo = MongoClients.create(checkout.serversOf(FORUM).mongoUri())) {
			return new Seeding(gateway, admin, mongo.getDatabase(FORUM)).longThread(posts);
		}
	}

	/**
	 * Carries out a plan.
	 * @throws LauncherException in production
	 */
	static void carryOut(Plan plan, Checkout checkout, Gateway gateway) {
		refuseProduction(System.getenv());
		var admin = signedIn(checkout, gateway);
		try (var mongo = MongoClients.create(checkout.serversOf(FORUM).mongoUri())) {
			new Seeding(gateway, admin, mongo.getDatabase(FORUM)).carryOut(plan);
		}
	}

	static void refuseProduction(Map<String, String> environment) {
		if (environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").contains("production")) {
			throw new LauncherException("Production is not seeded.");
		}
	}

	/** Only a development start has this account, so nothing else can be seeded. */
	private static Person signedIn(Checkout checkout, Gateway gateway) {
		var account = Accounts.of(checkout)
			.accounts()
			.stream()
			.filter((candidate) -> candidate.roles().contains("admin"))
			.findFirst()
			.orElseThrow();
		var session = gateway.guest()
			.post("/auth/login", Map.of("login", account.username(), "password", account.password()));
		return gateway.guest().signedIn(session.is(200).text("/data/accessToken"));
	}

	private void carryOut(Plan plan) {
		var random = new Random(plan.seed());
		var prose = new Prose(this.words, random);
		var topics = this.words.topics().subList(0, Math.min(plan.categories(), this.words.topics().size()));
		var categories = categories(topics);
		var authors = new People(this.gateway, this.forum).register(plan.users(), prose);
		System.out.printf("%d people, each with the password '%s'%n", plan.users(), People.PASSWORD);
		var discussions = new Discussions(random, prose, authors, Instant.now());
		write(plan, topics, categories, discussions);
	}

	/** What was said in the first thousand posts is said again and again. */
	private String longThread(int posts) {
		var random = new Random(posts);
		var prose = new Prose(this.words, random);
		var topic = this.words.topics().getFirst();
		var category = String.valueOf(categories(List.of(topic)).get(topic.slug()));
		var authors = new People(this.gateway, this.forum).register(5, prose);
		var discussion = new Discussions(random, prose, authors, Instant.now()).about(topic, category, BATCH);
		for (int before = 0; before < posts; before += BATCH) {
			insert("posts", discussion.again(before));
		}
		var thread = discussion.thread().append("lastNumber", posts).append("replyCount", posts - 1);
		insert("threads", new ArrayList<>(List.of(thread)));
		tell(thread);
		return thread.getString("_id");
	}

	private Map<String, String> categories(List<Topic> topics) {
		var known = new HashMap<String, String>();
		this.gateway.guest()
			.get("/categories")
			.is(200)
			.at("/data")
			.forEach((category) -> known.put(category.path("slug").asString(""), category.path("id").asString("")));
		topics.forEach((topic) -> known.computeIfAbsent(topic.slug(), (_) -> make(topic).text("/data/id")));
		System.out.printf("%d categories%n", topics.size());
		return known;
	}

	private Answer make(Topic topic) {
		return this.admin
			.post("/categories", Map.of("slug", topic.slug(), "name", topic.name(), "description", topic.description(),
					"colour", topic.colour()))
			.is(201);
	}

	private void write(Plan plan, List<Topic> topics, Map<String, String> categories, Discussions discussions) {
		var threads = new ArrayList<Document>();
		var posts = new ArrayList<Document>();
		for (int number = 0; number < plan.threads(); number++) {
			var topic = topics.get(number % topics.size());
			var discussion = discussions.about(topic, String.valueOf(categories.get(topic.slug())),
					plan.postsOf(number));
			threads.add(discussion.thread());
			posts.addAll(discussion.posts());
			var isLast = number == plan.threads() - 1;
			if (isLast || posts.size() >= BATCH) {
				insert("posts", posts);
				insert("threads", threads);
			}
			if (isLast) {
				tell(discussion.thread());
			}
		}
		System.out.printf("%,d threads with %,d posts%n", plan.threads(), plan.posts());
	}

	private void insert(String collection, List<Document> documents) {
		this.forum.getCollection(collection).insertMany(documents, new InsertManyOptions().ordered(false));
		documents.clear();
	}

	/** A change of a thread, though it changes nothing, makes every cached list old. */
	private void tell(Document thread) {
		this.admin.patch("/threads/" + thread.getString("_id"), Map.of("title", thread.getString("title"))).is(200);
	}

}
