/** What administrators see of accounts and do to them. */
@NullMarked
package org.parley.auth.admin;

import org.jspecify.annotations.NullMarked;
