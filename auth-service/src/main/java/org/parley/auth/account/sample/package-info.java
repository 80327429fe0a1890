/** The people with whom a development start fills an empty forum. */
@NullMarked
package org.parley.auth.account.sample;

import org.jspecify.annotations.NullMarked;
