package org.parley.resilience.writers;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.client.Await;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;

/**
 * The users, moderators and administrators of a series of drills. There are several of
 * each because of the rate limits. Also creates a unique mark for each write.
 */
public final class DrillUsers {

	/** The format of a write's mark. */
	public static final String MARK = "d-[0-9a-z]+-\\d+";

	private static final String DOMAIN = "@example.org";

	private static final int STAFF_MEMBERS = 5;

	private static final int CONCURRENCY = 4;

	private static final int BUSY = 503;

	private static final int MAX_RETRIES = 20;

	private final GatewayClient gatewayClient;

	private final WriterPool members = new WriterPool();

	private final WriterPool moderators = new WriterPool();

	private final WriterPool administrators = new WriterPool();

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicInteger marks = new AtomicInteger();

	private final String category;

	private DrillUsers(GatewayClient gatewayClient, DrillUser admin) {
		this.gatewayClient = gatewayClient;
		this.category = newMark();
		var request = Map.of("slug", this.category, "name", "Drill " + this.category);
		admin.call((user) -> user.post("/categories", request)).is(201);
	}

	/**
	 * Registers users, appoints moderators and administrators, and creates a category.
	 */
	public static DrillUsers of(Checkout checkout, GatewayClient gatewayClient, int users) throws InterruptedException {
		var admin = Accounts.of(checkout)
			.accounts()
			.stream()
			.filter((account) -> account.roles().contains("admin"))
			.map((account) -> DrillUser.signIn(gatewayClient, account.username(), account.password()))
			.findFirst()
			.orElseThrow();
		var drillUsers = new DrillUsers(gatewayClient, admin);
		drillUsers.appoint(admin, "moderator", drillUsers.moderators);
		drillUsers.appoint(admin, "admin", drillUsers.administrators);
		drillUsers.growTo(users);
		return drillUsers;
	}

	private void appoint(DrillUser admin, String role, WriterPool staff) throws InterruptedException {
		for (var number = 0; number < STAFF_MEMBERS; number++) {
			var username = newMark();
			var registered = register(username);
			var path = "/admin/users/%s/role".formatted(registered.text("/data/user/id"));
			admin.call((user) -> user.put(path, Map.of("role", role))).is(200);
			staff.release(DrillUser.signIn(this.gatewayClient, username, DrillUser.PASSWORD));
		}
	}

	/** Registers users until the given number is reached. */
	public void growTo(int users) throws InterruptedException {
		var missing = new AtomicInteger(users - this.members.size());
		var workers = IntStream.range(0, CONCURRENCY).mapToObj((_) -> Thread.startVirtualThread(() -> {
			while (missing.getAndDecrement() > 0) {
				this.members.release(registerUser());
			}
		})).toList();
		for (var worker : workers) {
			worker.join();
		}
		if (this.members.size() < users) {
			throw new IllegalStateException(
					"Only %d of %d users could be registered".formatted(this.members.size(), users));
		}
	}

	/** Registers a user who is in no pool. */
	public DrillUser registerUser() {
		var username = newMark();
		return DrillUser.registered(this.gatewayClient, username, register(username));
	}

	/** Repeats the registration while too many passwords are hashed at once. */
	private GatewayResponse register(String username) {
		var response = DrillUser.register(this.gatewayClient.guest(), username);
		for (var retries = 0; response.status() == BUSY && retries < MAX_RETRIES; retries++) {
			Await.sleep(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
			response = DrillUser.register(this.gatewayClient.guest(), username);
		}
		return response.is(201);
	}

	public static String address(String username) {
		return username + DOMAIN;
	}

	/** Returns the username of a mail address. */
	public static String username(String address) {
		return address.replace(DOMAIN, "");
	}

	/** Returns a new unique mark, which is also a valid username. */
	public String newMark() {
		return "d-%s-%d".formatted(this.run, this.marks.incrementAndGet());
	}

	/**
	 * Returns a signed-in administrator. A refresh token that is used twice at the same
	 * time would end the session.
	 */
	public ApiUser administrator() throws InterruptedException {
		var admin = this.administrators.acquire();
		try {
			return admin.signedIn();
		}
		finally {
			this.administrators.release(admin);
		}
	}

	/** Returns the slug of the category. */
	public String category() {
		return this.category;
	}

	public GatewayClient gateway() {
		return this.gatewayClient;
	}

	public WriterPool members() {
		return this.members;
	}

	public WriterPool moderators() {
		return this.moderators;
	}

	public WriterPool administrators() {
		return this.administrators;
	}

}
