package org.parley.summary;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

class OpenApiIT extends SummaryIT implements OpenApiContract, OperationsContract {

	@Override
	public String service() {
		return "summary-service";
	}

}
