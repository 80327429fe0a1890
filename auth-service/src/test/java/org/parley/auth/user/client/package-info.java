/** Where requests come from. */
@NullMarked
package org.parley.auth.user.client;

import org.jspecify.annotations.NullMarked;
