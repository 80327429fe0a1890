/** Where requests come from. */
@NullMarked
package org.parley.auth.client;

import org.jspecify.annotations.NullMarked;
