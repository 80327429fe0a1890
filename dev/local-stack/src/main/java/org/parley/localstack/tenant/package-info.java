/** Tenants: the users and permissions of a service in every server. */
@NullMarked
package org.parley.localstack.tenant;

import org.jspecify.annotations.NullMarked;
