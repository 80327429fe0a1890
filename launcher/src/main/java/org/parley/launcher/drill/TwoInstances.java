package org.parley.launcher.drill;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.Instance;
import org.parley.launcher.client.Gateway;

/**
 * Two forum-services of which each takes half of the writes, and two listeners; one of
 * the four is killed every few seconds.
 */
final class TwoInstances implements Fault {

	private @Nullable Instance forum;

	private @Nullable Instance witness;

	@Override
	public void prepare(Stage stage) {
		var secondForum = stage.forum().another();
		var secondWitness = stage.listener().another();
		this.forum = secondForum;
		this.witness = secondWitness;
		secondForum.stop();
		secondWitness.stop();
		stage.supervisor().mind(secondForum, Map::of);
		stage.supervisor().mind(secondWitness, Map::of);
		stage.supervisor().awaitReady();
		stage.doors().add(new Gateway(URI.create(secondForum.address())));
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		var secondForum = this.forum;
		var secondWitness = this.witness;
		if (secondForum == null || secondWitness == null) {
			return 0;
		}
		return new Killing(List.of(Stage::forum, Stage::listener, (_) -> secondForum, (_) -> secondWitness))
			.strike(stage, writing);
	}

	@Override
	public void mend(Stage stage) {
		end(this.forum, stage);
		end(this.witness, stage);
	}

	private static void end(@Nullable Instance second, Stage stage) {
		if (second != null) {
			stage.supervisor().forget(second);
			second.stop();
		}
	}

}
