package org.parley.platform.readmodels.relation;

/**
 * The data of {@code follow.requested}, {@code follow.started} and {@code follow.ended}.
 *
 * @param follower the person who follows
 * @param version increases with every change between the two people
 */
public record FollowEventData(RelatedPerson follower, RelatedPerson followee, long version) {

	/** The follow that has started. */
	public PersonRelation started() {
		return PersonRelation.follow(this.follower.id(), this.followee.id(), true, this.version);
	}

	/** The follow that has ended. */
	public PersonRelation ended() {
		return PersonRelation.follow(this.follower.id(), this.followee.id(), false, this.version);
	}

}
