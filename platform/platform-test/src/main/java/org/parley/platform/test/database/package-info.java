/** What a service asks of its database, and how it is answered. */
@NullMarked
package org.parley.platform.test.database;

import org.jspecify.annotations.NullMarked;
