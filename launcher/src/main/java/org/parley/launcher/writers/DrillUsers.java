package org.parley.launcher.writers;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;

/**
 * The people of a series of drills: a crowd of users, a few moderators and a few
 * administrators, as each of them may write only so often. And a word for everything that
 * they write.
 */
public final class DrillUsers {

	/** What the word of a write looks like. */
	public static final String MARK = "d-[0-9a-z]+-\\d+";

	private static final String DOMAIN = "@example.org";

	private static final int STAFF = 5;

	private static final int AT_A_TIME = 4;

	private final GatewayClient gatewayClient;

	private final WriterPool users = new WriterPool();

	private final WriterPool moderators = new WriterPool();

	private final WriterPool administrators = new WriterPool();

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicInteger marks = new AtomicInteger();

	private final String category;

	private DrillUsers(GatewayClient gatewayClient, DrillUser admin) {
		this.gatewayClient = gatewayClient;
		this.category = mark();
		var request = Map.of("slug", this.category, "name", "Drill " + this.category);
		admin.ask((person) -> person.post("/categories", request)).is(201);
	}

	/**
	 * Registers so many users, appoints moderators and administrators, and makes a
	 * category for them to write in.
	 */
	public static DrillUsers of(Checkout checkout, GatewayClient gatewayClient, int users) throws InterruptedException {
		var admin = Accounts.of(checkout)
			.accounts()
			.stream()
			.filter((account) -> account.roles().contains("admin"))
			.map((account) -> DrillUser.signIn(gatewayClient, account.username(), account.password()))
			.findFirst()
			.orElseThrow();
		var cast = new DrillUsers(gatewayClient, admin);
		cast.appoint(admin, "moderator", cast.moderators);
		cast.appoint(admin, "admin", cast.administrators);
		cast.grow(users);
		return cast;
	}

	private void appoint(DrillUser admin, String role, WriterPool staff) throws InterruptedException {
		for (var number = 0; number < STAFF; number++) {
			var username = mark();
			var registered = DrillUser.register(this.gatewayClient.guest(), username).is(201);
			var path = "/admin/users/%s/role".formatted(registered.text("/data/user/id"));
			admin.ask((person) -> person.put(path, Map.of("role", role))).is(200);
			staff.join(DrillUser.signIn(this.gatewayClient, username, DrillUser.PASSWORD));
		}
	}

	/** Registers users until there are so many. */
	public void grow(int users) throws InterruptedException {
		var missing = new AtomicInteger(users - this.users.size());
		var workers = IntStream.range(0, AT_A_TIME).mapToObj((_) -> Thread.startVirtualThread(() -> {
			while (missing.getAndDecrement() > 0) {
				this.users.join(newcomer());
			}
		})).toList();
		for (var worker : workers) {
			worker.join();
		}
		if (this.users.size() < users) {
			throw new IllegalStateException("Only %d of %d people could register".formatted(this.users.size(), users));
		}
	}

	/** Somebody new, who is in no crowd. */
	public DrillUser newcomer() {
		var username = mark();
		return DrillUser.registered(this.gatewayClient, username,
				DrillUser.register(this.gatewayClient.guest(), username).is(201));
	}

	static String address(String username) {
		return username + DOMAIN;
	}

	/** Whose mail address that is. */
	public static String username(String address) {
		return address.replace(DOMAIN, "");
	}

	/** A word that was never used: good as a username too. */
	public String mark() {
		return "d-%s-%d".formatted(this.run, this.marks.incrementAndGet());
	}

	/** Somebody who may do everything, signed in for a while. */
	public ApiUser administrator() throws InterruptedException {
		var admin = this.administrators.next();
		this.administrators.join(admin);
		return admin.signedIn();
	}

	/** Where they write, by its slug. */
	public String category() {
		return this.category;
	}

	public GatewayClient gateway() {
		return this.gatewayClient;
	}

	public WriterPool users() {
		return this.users;
	}

	public WriterPool moderators() {
		return this.moderators;
	}

	public WriterPool administrators() {
		return this.administrators;
	}

}
