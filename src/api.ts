// The only import of type-graphql: reflect-metadata must be loaded before any decorator runs.
import "reflect-metadata";

export * from "type-graphql";
