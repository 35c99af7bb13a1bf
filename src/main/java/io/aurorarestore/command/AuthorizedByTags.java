package io.aurorarestore.command;

/** A command that the role may carry out by the name or the tags of a cluster, which the service itself changes. */
public sealed interface AuthorizedByTags extends Command
        permits RenameCluster,
                DeleteCluster,
                SnapshotCluster,
                SetProtection,
                StopCluster,
                StartCluster,
                AddRole,
                EnableDataApi,
                ChangeCluster,
                RenameInstance,
                Tag,
                Untag {}
