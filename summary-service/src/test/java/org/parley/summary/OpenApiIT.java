package org.parley.summary;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OpenApiIT extends SummaryIT implements OpenApiContract, OperationsContract, ScopesContract {

	@Override
	public String service() {
		return "summary-service";
	}

}
