/** Tests of tenants. */
@NullMarked
package org.parley.localstack.tenant;

import org.jspecify.annotations.NullMarked;
