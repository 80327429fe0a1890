package org.parley.forum.search.index;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Removes the loop of the search index, which would work beside tests that count commands
 * or write much. Tests that search start it with {@link FollowedIndex}.
 */
public final class IndexLoopRemoval implements BeanDefinitionRegistryPostProcessor {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		registry.removeBeanDefinition("searchIndexLoop");
	}

}
