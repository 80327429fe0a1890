package org.parley.contracts.forum.post;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.forum.ThreadReference;

/** An event about a post, ordered with those of its thread. */
public sealed interface PostEvent extends ParleyEvent
		permits PostCreated, PostChanged, PostRemoved, PostMoved, PostStatusChanged, PostSnapshot {

	ThreadReference thread();

	@Override
	default String partitionKey() {
		return thread().id();
	}

}
