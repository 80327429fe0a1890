package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.launcher.client.Answer;
import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Kind;

/**
 * An administrator makes somebody who has just registered a moderator. The same role
 * again changes nothing.
 */
record Appointing(Forum forum, Insisting insisting) implements Writing {

	private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d+)\\..*");

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var admin = this.forum.cast().administrators().next();
		try {
			new Registering(this.forum, this.insisting).register(this.forum.cast().mark())
				.ifPresent((registered) -> appoint(registered.text("/data/user/id"), admin));
		}
		finally {
			this.forum.cast().administrators().join(admin);
		}
	}

	private void appoint(String user, Member admin) {
		var wish = new Wish(Kind.ROLE, this.forum.cast().mark(), user,
				() -> admin
					.ask((person) -> person.put("/admin/users/%s/role".formatted(user), Map.of("role", "moderator"))),
				(answer) -> new Effect("user.role-changed", user, version(answer)));
		this.insisting.on(wish);
	}

	private static long version(Answer answer) {
		var tag = VERSION.matcher(answer.header("ETag"));
		return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
	}

}
