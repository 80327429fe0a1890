package org.parley.gateway.backend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final WatchedInstance one = instance("http://one:1");

	private final WatchedInstance two = instance("http://two:2");

	private final WatchedInstance three = instance("http://three:3");

	private Instant now = Instant.EPOCH;

	private boolean answers;

	private final Instances instances = new Instances(List.of(this.one, this.two, this.three), () -> this.now);

	@Test
	void instancesTakeTurns() {
		assertThat(next(6)).containsExactly(this.one, this.two, this.three, this.one, this.two, this.three);
	}

	@Test
	void stoppingInstanceIsSkippedForAWhile() {
		this.instances.avoid(this.two);
		assertThat(next(3)).doesNotContain(this.two).contains(this.one, this.three);
		this.now = this.now.plus(Instances.PAUSE);
		assertThat(next(3)).contains(this.two);
	}

	@Test
	void allStoppingInstancesAreCalled() {
		Stream.of(this.one, this.two, this.three).forEach(this.instances::avoid);
		assertThat(next(3)).containsExactlyInAnyOrder(this.one, this.two, this.three);
	}

	@Test
	void unavailableInstanceIsSkippedUntilItAnswers() {
		this.two.watch(Mono.error(new IOException("closed"))).onErrorComplete().block();
		assertThat(next(3)).doesNotContain(this.two);
		this.now = this.now.plus(Instances.PAUSE);
		assertThat(next(3)).doesNotContain(this.two);
		assertThat(this.instances.areUnavailable()).isFalse();
		this.answers = true;
		this.time.advanceTimeBy(WatchedInstance.PAUSE);
		assertThat(next(3)).contains(this.two);
	}

	@Test
	void serviceIsUnavailableWithoutAnyInstance() {
		Stream.of(this.one, this.two, this.three)
			.forEach((instance) -> instance.watch(Mono.error(new IOException("closed"))).onErrorComplete().block());
		assertThat(this.instances.areUnavailable()).isTrue();
	}

	@Test
	void addressAtOtherInstanceKeepsRawQuery() {
		var url = URI.create("http://one:1/api/v1/threads?cursor=a==&q=%C3%A4=b");
		assertThat(Instances.at(url, this.two.address()))
			.hasToString("http://two:2/api/v1/threads?cursor=a==&q=%C3%A4=b");
		assertThat(Instances.at(URI.create("ws://one:1/socket.io/?EIO=4"), this.two.address()))
			.hasToString("ws://two:2/socket.io/?EIO=4");
	}

	@Test
	void instanceIsFoundByItsTag() {
		assertThat(this.instances.tagged(this.instances.tag(this.two))).isEqualTo(this.two);
		assertThat(this.instances.tagged("none")).isNull();
	}

	private List<WatchedInstance> next(int times) {
		return Stream.generate(this.instances::next).limit(times).toList();
	}

	private WatchedInstance instance(String address) {
		return new WatchedInstance(URI.create(address), (_) -> Mono.fromSupplier(() -> this.answers),
				CircuitBreaker.ofDefaults(address), Duration.ofSeconds(2), this.time);
	}

}
