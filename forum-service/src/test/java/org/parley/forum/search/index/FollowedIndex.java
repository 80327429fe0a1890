package org.parley.forum.search.index;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.platform.mongo.cluster.ClusterLoop;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Runs the loop of the search index during the tests of a class. It begins with a
 * rebuild, so that the index need not follow what earlier tests wrote.
 */
public final class FollowedIndex implements BeforeAllCallback, AfterAllCallback {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FollowedIndex.class);

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		var beans = SpringExtension.getApplicationContext(context);
		beans.getBean(IndexGeneration.class).next();
		var follower = beans.getBean(IndexFollower.class);
		follower.destroy();
		follower.doBatch();
		var loop = IndexFollower.searchIndexLoop(follower);
		context.getStore(NAMESPACE).put(ClusterLoop.class, loop);
		loop.start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		var loop = context.getStore(NAMESPACE).get(ClusterLoop.class, ClusterLoop.class);
		if (loop != null) {
			loop.stop();
		}
	}

}
