package org.parley.social.relation.change;

/**
 * How a reader and a person are related.
 *
 * @param following whether the reader follows the person
 * @param followedBy whether the person follows the reader
 * @param blocking whether the reader blocks the person
 */
public record RelationView(FollowRelation following, boolean followedBy, boolean blocking) {
}
