package org.parley.resilience.drill.fault;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;

/**
 * Runs two instances of forum-service, which share the writes, and of the witness, and
 * kills one of the four every few seconds.
 */
public final class TwoInstancesFault implements Fault {

	private @Nullable Instance forum;

	private @Nullable Instance witness;

	@Override
	public void prepare(DrillStage drillStage) {
		var secondForum = drillStage.forum().createSecond();
		var secondWitness = drillStage.listener().createSecond();
		this.forum = secondForum;
		this.witness = secondWitness;
		secondForum.stop();
		secondWitness.stop();
		drillStage.supervisor().supervise(secondForum, Map::of);
		drillStage.supervisor().supervise(secondWitness, Map::of);
		drillStage.supervisor().awaitReady();
		drillStage.clients().add(new GatewayClient(URI.create(secondForum.address())));
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var secondForum = this.forum;
		var secondWitness = this.witness;
		if (secondForum == null || secondWitness == null) {
			return 0;
		}
		return new KillFault(List.of(DrillStage::forum, DrillStage::listener, (_) -> secondForum, (_) -> secondWitness))
			.strike(drillStage, writing);
	}

	@Override
	public void mend(DrillStage drillStage) {
		end(this.forum, drillStage);
		end(this.witness, drillStage);
	}

	private static void end(@Nullable Instance second, DrillStage drillStage) {
		if (second != null) {
			drillStage.supervisor().release(second);
			second.stop();
		}
	}

}
