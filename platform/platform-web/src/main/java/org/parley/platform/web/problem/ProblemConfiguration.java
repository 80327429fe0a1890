package org.parley.platform.web.problem;

import com.mongodb.MongoException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Configures all sources of problem documents. */
@Configuration(proxyBeanMethods = false)
@Import({ ProblemAdvice.class, ProblemErrorController.class })
public class ProblemConfiguration {

	@Bean
	Problems problems(JsonMapper json) {
		return new Problems(json);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DataAccessException.class, MongoException.class })
	@Import(DataProblemAdvice.class)
	static class WithDatabase {

	}

}
