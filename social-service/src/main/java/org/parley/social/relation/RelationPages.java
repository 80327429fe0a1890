package org.parley.social.relation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.PersonPair.Direction;

import org.springframework.stereotype.Component;

/**
 * Pages of who follows and blocks whom, sorted by the ids of pairs. The relations and the
 * version of a pair are read in one transaction: a later version of a state that has
 * changed since would bring it back.
 */
@Component
public class RelationPages {

	private final PersonPairs pairs;

	private final Follows follows;

	private final Blocks blocks;

	private final SocialPeople people;

	private final UnitOfWork unitOfWork;

	RelationPages(PersonPairs pairs, Follows follows, Blocks blocks, SocialPeople people, UnitOfWork unitOfWork) {
		this.pairs = pairs;
		this.follows = follows;
		this.blocks = blocks;
		this.people = people;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Finds relations after those of a pair; empty at the end.
	 * @param pairId the id of the pair, or null for the first page
	 * @param limit exceeded only by the second relation of the last pair
	 */
	public List<Relation> after(@Nullable String pairId, int limit, Predicate<Relation> wanted) {
		var page = page(pairId, limit);
		while (!page.pairs().isEmpty()) {
			var found = page.relations().stream().filter(wanted).toList();
			if (!found.isEmpty()) {
				return found;
			}
			page = page(page.pairs().getLast().id(), limit);
		}
		return List.of();
	}

	private RelationPage page(@Nullable String pairId, int limit) {
		return this.unitOfWork.run(() -> {
			var found = this.pairs.after(pairId, Math.ceilDiv(limit, 2));
			return new RelationPage(found, relations(found));
		});
	}

	private List<Relation> relations(List<PersonPair> page) {
		var ids = page.stream().flatMap(PersonPair::directions).map(Direction::id).toList();
		var following = this.follows.find(ids);
		var blocking = this.blocks.among(ids);
		var known = this.people
			.find(page.stream().flatMap((pair) -> pair.people().stream()).collect(Collectors.toSet()));
		return page.stream().flatMap((pair) -> relations(pair, following, blocking, known)).toList();
	}

	/** Each relation of a pair has taken a change, and each end another one. */
	private static Stream<Relation> relations(PersonPair pair, Map<String, Follow> follows, Set<String> blocks,
			Map<String, SocialPerson> people) {
		var present = pair.directions().map(Direction::id).filter(follows::containsKey).count()
				+ pair.directions().map(Direction::id).filter(blocks::contains).count();
		return pair.directions().map((direction) -> {
			var follow = follows.get(direction.id());
			return new Relation(SocialPerson.reference(direction.from(), people),
					SocialPerson.reference(direction.to(), people), follow != null && follow.isApproved(),
					blocks.contains(direction.id()), pair.version() > present, pair.version());
		});
	}

	/**
	 * One direction between two people.
	 *
	 * @param follows whether the first follows the second with approval
	 * @param blocks whether the first blocks the second
	 * @param changed whether a relation of the two may have ended
	 * @param version the version of the two
	 */
	public record Relation(PersonReference from, PersonReference to, boolean follows, boolean blocks, boolean changed,
			long version) {
	}

	private record RelationPage(List<PersonPair> pairs, List<Relation> relations) {
	}

}
