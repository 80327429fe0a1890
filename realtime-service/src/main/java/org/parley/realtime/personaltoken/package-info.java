/** Exchanges personal access tokens for access tokens. */
@NullMarked
package org.parley.realtime.personaltoken;

import org.jspecify.annotations.NullMarked;
