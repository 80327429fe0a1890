/** Demo chapters about accounts, sessions and bans. */
@NullMarked
package org.parley.demo.account;

import org.jspecify.annotations.NullMarked;
