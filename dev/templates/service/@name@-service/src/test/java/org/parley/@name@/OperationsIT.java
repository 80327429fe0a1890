package org.parley.@name@;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends @Name@IT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "@name@-service";
	}

}
