/** Records and explains the queries of a service. */
@NullMarked
package org.parley.platform.test.database;

import org.jspecify.annotations.NullMarked;
