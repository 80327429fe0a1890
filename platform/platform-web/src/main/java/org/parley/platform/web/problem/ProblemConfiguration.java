package org.parley.platform.web.problem;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Configures all sources of problem documents. */
@Configuration(proxyBeanMethods = false)
@Import({ DataProblemAdvice.class, ProblemAdvice.class, ProblemErrorController.class })
public class ProblemConfiguration {

	@Bean
	Problems problems(JsonMapper json) {
		return new Problems(json);
	}

}
