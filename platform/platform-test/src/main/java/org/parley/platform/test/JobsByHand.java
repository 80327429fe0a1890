package org.parley.platform.test;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Never starts the job loop of a service. Tests that move the clock run jobs themselves;
 * otherwise the schedule runs the same jobs at the moved time. The loop is not just
 * stopped, because Spring's test support starts a paused context again with all its
 * loops.
 */
@TestConfiguration(proxyBeanMethods = false)
public class JobsByHand {

	@Bean(name = AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
	DefaultLifecycleProcessor lifecycleProcessor() {
		return new DefaultLifecycleProcessor() {

			@Override
			protected Map<String, Lifecycle> getLifecycleBeans() {
				var beans = super.getLifecycleBeans();
				beans.remove("jobLoop");
				return beans;
			}

		};
	}

}
