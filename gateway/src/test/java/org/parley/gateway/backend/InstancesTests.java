package org.parley.gateway.backend;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesTests {

	private static final URI ONE = URI.create("http://one:1");

	private static final URI TWO = URI.create("http://two:2");

	private static final URI THREE = URI.create("http://three:3");

	private Instant now = Instant.EPOCH;

	private final Instances instances = new Instances(List.of(ONE, TWO, THREE), () -> this.now);

	@Test
	void instancesTakeTurns() {
		assertThat(next(6)).containsExactly(ONE, TWO, THREE, ONE, TWO, THREE);
	}

	@Test
	void unavailableInstanceIsSkippedForAWhile() {
		this.instances.avoid(TWO);
		assertThat(next(3)).doesNotContain(TWO).contains(ONE, THREE);
		this.now = this.now.plus(Instances.PAUSE);
		assertThat(next(3)).contains(TWO);
	}

	@Test
	void allUnavailableInstancesAreTriedAgain() {
		Stream.of(ONE, TWO, THREE).forEach(this.instances::avoid);
		assertThat(next(3)).containsExactlyInAnyOrder(ONE, TWO, THREE);
	}

	@Test
	void addressAtOtherInstanceKeepsRawQuery() {
		var url = URI.create("http://one:1/api/v1/threads?cursor=a==&q=%C3%A4=b");
		assertThat(Instances.at(url, TWO)).hasToString("http://two:2/api/v1/threads?cursor=a==&q=%C3%A4=b");
		assertThat(Instances.at(URI.create("ws://one:1/socket.io/?EIO=4"), TWO))
			.hasToString("ws://two:2/socket.io/?EIO=4");
	}

	@Test
	void instanceIsFoundByItsTag() {
		assertThat(this.instances.tagged(this.instances.tag(TWO))).isEqualTo(TWO);
		assertThat(this.instances.tagged("none")).isNull();
	}

	private List<URI> next(int times) {
		return Stream.generate(this.instances::next).limit(times).toList();
	}

}
