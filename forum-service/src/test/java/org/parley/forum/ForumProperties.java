package org.parley.forum;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeProperty;

import org.springframework.test.context.TestContextManager;

/**
 * Base of jqwik properties with the service and the servers of {@link ForumIT}. A failed
 * example is not shrunk: jqwik would go on with it beside all later tests.
 */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
@AddLifecycleHook(LocalStackPropertyHook.class)
public abstract class ForumProperties extends ForumIT {

	@BeforeProperty
	void inject() throws Exception {
		new TestContextManager(getClass()).prepareTestInstance(this);
		connect();
	}

}
