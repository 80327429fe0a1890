package org.parley.forum;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeProperty;

import org.springframework.test.context.TestContextManager;

/**
 * What holds whatever happens in whichever order: jqwik makes up the orders, the service
 * and its servers are those of {@link ForumIT}.
 */
@AddLifecycleHook(WhereServersAre.class)
public abstract class ForumProperties extends ForumIT {

	@BeforeProperty
	void inject() throws Exception {
		new TestContextManager(getClass()).prepareTestInstance(this);
		connect();
	}

}
