package org.parley.platform.readmodels.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@LocalStackTest
class PersonRelationsIT {

	private final PersonRelations relations;

	private final String alice = Ids.next();

	private final String bob = Ids.next();

	private final String carol = Ids.next();

	@Autowired
	PersonRelationsIT(MongoTemplate mongo) {
		this.relations = new PersonRelations(mongo);
	}

	@Test
	void blockSeparatesBothButOnlyOneBlocks() {
		this.relations.save(PersonRelation.block(this.alice, this.bob, true, 1));
		var all = List.of(this.alice, this.bob, this.carol);
		assertThat(this.relations.separatedFrom(this.alice, all)).containsExactly(this.bob);
		assertThat(this.relations.separatedFrom(this.bob, all)).containsExactly(this.alice);
		assertThat(this.relations.separatedFrom(this.carol, all)).isEmpty();
		assertThat(this.relations.blockedBy(this.alice, all)).containsExactly(this.bob);
		assertThat(this.relations.blockedBy(this.bob, all)).isEmpty();
		assertThat(this.relations.separatedFrom(this.alice, Set.of())).isEmpty();
	}

	@Test
	void blocksOfSeveralPeopleAreFoundTogether() {
		this.relations.save(PersonRelation.block(this.alice, this.bob, true, 1));
		this.relations.save(PersonRelation.block(this.carol, this.alice, true, 1));
		assertThat(this.relations.separatedFromEach(Map.of(this.alice, Set.of(this.bob, this.carol), this.bob,
				Set.of(this.carol, this.alice), this.carol, Set.of(this.bob))))
			.isEqualTo(Map.of(this.alice, Set.of(this.bob, this.carol), this.bob, Set.of(this.alice), this.carol,
					Set.of()));
	}

	@Test
	void followsAndBlocksOfOnePairAreIndependent() {
		this.relations.save(PersonRelation.follow(this.bob, this.alice, true, 1));
		this.relations.save(PersonRelation.block(this.carol, this.alice, true, 1));
		assertThat(this.relations.followersOf(this.alice, List.of(this.bob, this.carol))).containsExactly(this.bob);
		assertThat(this.relations.followersOf(this.bob, List.of(this.alice))).isEmpty();
		this.relations.save(PersonRelation.follow(this.bob, this.alice, false, 2));
		assertThat(this.relations.followersOf(this.alice, List.of(this.bob, this.carol))).isEmpty();
	}

	@Test
	void latestVersionStaysInAnyOrderOfEvents() {
		var random = new Random(7);
		for (int round = 0; round < 20; round++) {
			var blocker = Ids.next();
			var history = new ArrayList<>(LongStream.rangeClosed(1, 7)
				.mapToObj((version) -> PersonRelation.block(blocker, this.bob, version % 2 == 1, version))
				.toList());
			history.addAll(List.copyOf(history.subList(2, 5)));
			Collections.shuffle(history, random);
			history.forEach(this.relations::save);
			assertThat(this.relations.blockedBy(blocker, List.of(this.bob))).as(history.toString())
				.containsExactly(this.bob);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class RelationsConfiguration {

	}

}
